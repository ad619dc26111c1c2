/**
 * React Aria adds a small style sheet when something can first be pressed; the page's policy takes it with the nonce of
 * its scripts only, which React Aria reads from this `meta`.
 */
export function letReactAriaStyle(): void {
  const nonce = document.querySelector('script')?.nonce
  if (!nonce || document.querySelector('meta[property="csp-nonce"]')) return
  const meta = document.createElement('meta')
  meta.setAttribute('property', 'csp-nonce')
  meta.nonce = nonce
  document.head.append(meta)
}
