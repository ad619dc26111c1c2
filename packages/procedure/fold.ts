/**
 * Folds a text for comparing and searching: lower case, without diacritics. Romanian ș and ț are folded in
 * both encodings that people type (comma below, and the older cedilla ş, ţ), composed or not.
 */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
