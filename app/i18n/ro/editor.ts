/** What only an open editor says; it comes with the editor, not with every page. */
export default {
  toolbar: {
    label: 'Formatare',
    hint: 'Alt+F10 duce la bara de formatare, Esc înapoi la text.',
    undo: 'Anulează',
    redo: 'Refă',
    heading2: 'Titlu',
    heading3: 'Subtitlu',
    heading4: 'Titlu mic',
    bold: 'Aldin',
    italic: 'Cursiv',
    bulletList: 'Listă cu puncte',
    orderedList: 'Listă numerotată',
    link: 'Legătură',
    table: 'Tabel',
    situation: 'Situație',
    recommendation: 'Recomandare',
    amendmentTable: 'Amendamente',
    addRow: 'Adaugă un rând',
    addColumn: 'Adaugă o coloană',
    deleteRow: 'Șterge rândul',
    deleteColumn: 'Șterge coloana',
    deleteTable: 'Șterge tabelul',
  },
  link: {
    title: 'Legătură',
    address: 'Adresa',
    hint: 'O pagină de internet sau o adresă de e-mail.',
    text: 'Textul legăturii',
    refused:
      'Adresa nu poate fi folosită. Scrieți, de exemplu, „https://anitp.mai.gov.ro” sau „nume@organizatie.ro”.',
    apply: 'Pune legătura',
    remove: 'Scoate legătura',
    cancel: 'Renunță',
  },
  number: {
    copied: 'Legătura la paragraful {{number}} e copiată.',
    inAddress: 'Legătura la paragraful {{number}} e în bara de adrese.',
  },
  paste: {
    tooLarge:
      'Ce ați lipit are {{size}}, iar deodată încap {{most}}. Nu s-a schimbat nimic; lipiți textul pe bucăți.',
    documentFull:
      'Documentul ar ajunge prea mare. Nu s-a schimbat nimic; ștergeți din el sau puneți textul într-un document nou.',
    nothing: 'În ce ați copiat nu e text pe care documentul să îl poată păstra. Nu s-a schimbat nimic.',
  },
} as const
