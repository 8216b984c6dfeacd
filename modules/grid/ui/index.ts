/** The door for other modules' screens: choosing a place, and parts that show grids. */
export { GridBrowser } from './GridBrowser.tsx'
export { GridCard, type ShownGrid } from './GridCard.tsx'
export { GridTree } from './GridTree.tsx'
export { PlacePicker } from './PlacePicker.tsx'
