/** What a browser can read in a picture by itself: square and bar codes, or words. */
export type Reads = 'code' | 'words'

interface Detector {
  detect(picture: ImageBitmap): Promise<readonly { readonly rawValue: string }[]>
}
interface Shapes {
  /** https://wicg.github.io/shape-detection-api; on most phones with Chrome, on few other browsers. */
  readonly BarcodeDetector?: (new () => Detector) & { getSupportedFormats(): Promise<readonly string[]> }
  /** https://wicg.github.io/shape-detection-api/text.html; hardly anywhere. */
  readonly TextDetector?: new () => Detector
}

const shapes = () => globalThis as Shapes

/** Whether this browser reads such pictures; some have the interface and know no format. */
export async function canRead(what: Reads): Promise<boolean> {
  const { BarcodeDetector, TextDetector } = shapes()
  if (what === 'words') return TextDetector !== undefined
  if (BarcodeDetector === undefined) return false
  return (await BarcodeDetector.getSupportedFormats().catch(() => [])).length > 0
}

/** Everything that stands in the picture, on this device: it goes nowhere. */
export async function readPicture(what: Reads, picture: Blob): Promise<readonly string[]> {
  const { BarcodeDetector, TextDetector } = shapes()
  const Detector = what === 'words' ? TextDetector : BarcodeDetector
  if (Detector === undefined) return []
  const bitmap = await createImageBitmap(picture)
  try {
    return (await new Detector().detect(bitmap)).map(({ rawValue }) => rawValue)
  } finally {
    bitmap.close()
  }
}
