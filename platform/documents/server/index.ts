/** The door: papers as PDF. */
export { outlineOfText, widthOfText } from './letters.ts'
export {
  addressee,
  fieldTable,
  heading,
  imprint,
  listTable,
  type OfficialPaper,
  officialPaper,
  officialText,
  type PaperPart,
  paragraph,
  photoPairs,
  type PrintedPhoto,
  sealSpace,
} from './official-paper.ts'
export { photoForPrint } from './photo-for-print.ts'
export { type DocumentDefinition, printPdf } from './print-pdf.ts'
export { printedDay, printedDeadline, printedTime } from './printed-time.ts'
