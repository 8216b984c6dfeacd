/** Parts that office and phone share. */
export { lookOfPoint } from './point-looks.ts'
export { useMoney, useQuantities } from './words.ts'
