/** The revision that a form carries; -1, which the API refuses, where it was tampered with. */
export function revisionTyped(form: FormData): number {
  const text = String(form.get('revision') ?? '')
  return /^\d{1,9}$/.test(text) ? Number(text) : -1
}
