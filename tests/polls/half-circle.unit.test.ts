import { expect, test } from 'vitest'
import { places } from '../../app/components/charts/half-circle.tsx'

const counts = Array.from({ length: 60 }, (_, index) => index + 1)

test.each(counts)('%i organisations have a seat each, and none covers another', count => {
  const { spots, scale } = places(count)
  expect(spots.length).toBe(count)
  for (const [index, a] of spots.entries())
    for (const b of spots.slice(index + 1)) {
      // Two seats of radius 19 and a hair between them.
      expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(38 * scale + 1)
    }
})

test.each(counts)('the seats of %i stay inside the drawing', count => {
  for (const { x, y } of places(count).spots) {
    expect(x).toBeGreaterThanOrEqual(19)
    expect(x).toBeLessThanOrEqual(381)
    expect(y).toBeGreaterThanOrEqual(19)
    expect(y).toBeLessThanOrEqual(223)
  }
})

test('up to 30 have seats of full size', () => {
  expect(counts.filter(count => places(count).scale < 1)[0]).toBeGreaterThan(30)
})

test('seats are filled from left to right, so that each choice is one wedge', () => {
  const angles = places(23).spots.map(({ x, y }) => Math.atan2(199 - y, x - 200))
  expect(angles).toEqual([...angles].sort((a, b) => b - a))
})
