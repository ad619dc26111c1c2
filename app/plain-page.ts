import type { Locale } from './i18n/locale.ts'

/**
 * A page without scripts and without the platform's frame, for what has to be said where that cannot be shown. All
 * that is given is text, never HTML.
 */
export function plainPage({
  locale,
  nonce,
  title,
  text,
  typed = [],
  link,
}: {
  locale: Locale
  nonce: string
  title: string
  text: string
  /** What somebody wrote, given back for copying, each under its label. */
  typed?: readonly { label: string; words: string }[]
  /** Opens beside this page, which holds what was typed. */
  link?: { to: string; label: string }
}): string {
  const given = typed.map(
    ({ label, words }) =>
      `<label>${escaped(label)}<textarea readonly rows="${rowsOf(words)}">\n${escaped(words)}</textarea></label>`,
  )
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)} · ProTECT</title>
<style nonce="${nonce}">
body { font: 1.0625rem/1.5 system-ui, sans-serif; max-width: 40rem; margin: 0 auto; padding: 3rem 1rem }
label { display: block; margin: 1rem 0 }
textarea { display: block; width: 100%; box-sizing: border-box; font: inherit; margin-top: 0.25rem; padding: 0.5rem }
</style>
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
<p>${escaped(text)}</p>
${given.join('\n')}
${link === undefined ? '' : `<p><a href="${escaped(link.to)}" target="_blank" rel="noreferrer">${escaped(link.label)}</a></p>`}
</main>
</body>
</html>
`
}

const rowsOf = (words: string) => Math.min(12, words.split('\n').length + Math.floor(words.length / 70))

const written: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string) => text.replace(/[&<>"]/g, sign => written[sign] ?? sign)
