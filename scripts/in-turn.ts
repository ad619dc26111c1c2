export interface Speaker {
  say(text: string): void
  /** There is no more to say. */
  end(): void
}

/**
 * Makes speakers who speak side by side and are heard one after the other, in the order in which they were made: the
 * first who has not ended is heard as they speak, what the next ones say is kept until it is their turn.
 */
export function speakersInTurn(write: (text: string) => void): () => Speaker {
  const queue: { said: string[]; ended: boolean }[] = []
  const hear = () => {
    for (let first = queue[0]; first !== undefined; first = queue[0]) {
      for (const text of first.said.splice(0)) write(text)
      if (!first.ended) return
      queue.shift()
    }
  }
  return () => {
    const speaker = { said: [] as string[], ended: false }
    queue.push(speaker)
    return {
      say(text) {
        speaker.said.push(text)
        hear()
      },
      end() {
        speaker.ended = true
        hear()
      },
    }
  }
}
