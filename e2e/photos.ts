import sharp from 'sharp'

const wall = `<rect width="960" height="720" fill="#cfd6da"/><rect y="80" width="960" height="340" fill="#b9a48f"/>
  <rect x="560" y="140" width="220" height="280" fill="#5b6b73"/><rect x="580" y="160" width="85" height="260" fill="#6d7f88"/>
  <rect x="675" y="160" width="85" height="260" fill="#6d7f88"/><rect y="420" width="960" height="300" fill="#8d8f8e"/>
  <path d="M0 420h960v14H0z" fill="#6f7170"/>`
const heap = `<path d="M90 620 200 480 320 520 430 450 560 560 650 620z" fill="#7a5b3d"/>
  <path d="M150 620 240 530 330 600 410 520 500 620z" fill="#9c7a55"/><rect x="210" y="500" width="90" height="34" fill="#c9b79a" transform="rotate(-14 255 517)"/>
  <rect x="380" y="540" width="120" height="26" fill="#b54a3c" transform="rotate(18 440 553)"/><circle cx="560" cy="596" r="34" fill="#3f4a52"/>
  <circle cx="130" cy="600" r="28" fill="#e3e6e8"/>`

/** What a phone would send: the gate of the market, with the rubbish and without. Drawn, so that nobody is in it. */
export async function gatePhoto(state: 'dumped' | 'cleared') {
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="960" height="720">${wall}${state === 'dumped' ? heap : ''}</svg>`
  const buffer = await sharp(Buffer.from(drawing)).jpeg({ quality: 85 }).toBuffer()
  return { name: `${state}.jpg`, mimeType: 'image/jpeg', buffer }
}
