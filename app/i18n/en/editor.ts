/** What only an open editor says; it comes with the editor, not with every page. */
export default {
  toolbar: {
    label: 'Formatting',
    hint: 'Alt+F10 goes to the formatting bar, Esc back to the text.',
    undo: 'Undo',
    redo: 'Redo',
    heading2: 'Heading',
    heading3: 'Subheading',
    heading4: 'Small heading',
    bold: 'Bold',
    italic: 'Italic',
    bulletList: 'Bulleted list',
    orderedList: 'Numbered list',
    link: 'Link',
    table: 'Table',
    situation: 'Situation',
    recommendation: 'Recommendation',
    amendmentTable: 'Amendments',
    addRow: 'Add a row',
    addColumn: 'Add a column',
    deleteRow: 'Delete the row',
    deleteColumn: 'Delete the column',
    deleteTable: 'Delete the table',
  },
  link: {
    title: 'Link',
    address: 'Address',
    hint: 'A web page or an e-mail address.',
    text: 'Text of the link',
    refused:
      'This address cannot be used. Write, for example, “https://anitp.mai.gov.ro” or “name@organisation.org”.',
    apply: 'Set the link',
    remove: 'Remove the link',
    cancel: 'Cancel',
  },
  number: {
    copied: 'The link to paragraph {{number}} is copied.',
    inAddress: 'The link to paragraph {{number}} is in the address bar.',
  },
  paste: {
    tooLarge:
      'What you pasted is {{size}}, and {{most}} fit at once. Nothing was changed; paste the text in parts.',
    documentFull:
      'The document would become too large. Nothing was changed; delete some of it or put the text into a new document.',
    nothing: 'What you copied holds no text that the document can keep. Nothing was changed.',
  },
} as const
