/** A hash or an id, to be compared letter by letter. */
export function Fingerprint({ text }: { text: string }) {
  return <code className="font-mono text-sm break-all">{text}</code>
}
