import sharp from 'sharp'
import { developPhoto, type Photo } from '#platform/files/server/develop-photo.ts'
import { isRefusal } from '#platform/kernel/common/refusal.ts'

const street = `<rect width="800" height="600" fill="#cfd6da"/><rect y="60" width="800" height="250" fill="#b9a48f"/>
  <path d="M0 310h800v16H0z" fill="#6f7170"/><rect y="326" width="800" height="150" fill="#a7a9a6"/>
  <path d="M0 476h800v18H0z" fill="#d7d8d4"/><rect y="494" width="800" height="106" fill="#6b6d6e"/>`
const leaf = (x: number, y: number, turn: number) =>
  `<path d="M0 0c18-14 36-14 50 0-14 14-32 14-50 0z" fill="#b0813a" transform="translate(${x} ${y}) rotate(${turn})"/>`
const scrap = (x: number, y: number, colour: string) =>
  `<rect x="${x}" y="${y}" width="34" height="18" fill="${colour}" transform="rotate(${x % 40} ${x} ${y})"/>`

/** What was found, drawn: a grate under leaves, a full bin, scraps along the wall and on the pavement, a stain of oil. */
const found = {
  grate: `<rect x="300" y="500" width="180" height="70" fill="#2f3437"/>
    ${[320, 350, 380, 410, 440].map(x => `<rect x="${x}" y="506" width="14" height="58" fill="#8b9296"/>`).join('')}
    ${[leaf(300, 520, 10), leaf(350, 545, -30), leaf(410, 515, 40), leaf(440, 560, 0), leaf(375, 505, 75)].join('')}`,
  bin: `<rect x="340" y="250" width="120" height="170" rx="10" fill="#3d6b4f"/><rect x="330" y="236" width="140" height="24" fill="#2d5040"/>
    <circle cx="370" cy="226" r="28" fill="#e3e6e8"/><circle cx="420" cy="218" r="34" fill="#49545b"/>
    ${scrap(300, 430, '#c9b79a')}${scrap(470, 440, '#b54a3c')}<circle cx="510" cy="430" r="26" fill="#e3e6e8"/>`,
  'wall-foot': [120, 210, 300, 420, 540, 630]
    .map(
      (x, i) =>
        `${scrap(x, 330, i % 2 ? '#f0efe8' : '#c9b79a')}<rect x="${x + 40}" y="340" width="22" height="6" fill="#f4f1ea"/>`,
    )
    .join(''),
  upkeep: `${scrap(180, 380, '#b54a3c')}${scrap(320, 410, '#f0efe8')}${scrap(450, 390, '#4f7f9a')}
    ${leaf(250, 430, 20)}${leaf(560, 400, -10)}<circle cx="610" cy="430" r="24" fill="#e3e6e8"/>`,
  'true-colour': `<path d="M240 520c60-30 210-34 300-6 60 20 20 60-70 62-110 4-300 0-230-56z" fill="#2a2723" opacity="0.75"/>
    <path d="M330 530c40-14 110-12 150 2-30 18-120 20-150-2z" fill="#6a4f6d" opacity="0.6"/>`,
} as const

export type StreetFinding = keyof typeof found

/** What a road chief's phone would have sent. Drawn, so that nobody and no real place is in it. */
export async function streetPicture(finding: StreetFinding): Promise<Photo> {
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="600">${street}${found[finding]}</svg>`
  const photo = await developPhoto(await sharp(Buffer.from(drawing)).jpeg({ quality: 85 }).toBuffer())
  if (isRefusal(photo)) throw new Error(`a picture that was drawn is none: ${photo.code}`)
  return photo
}
