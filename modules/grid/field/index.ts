/** The door for the field app. */
export { GridScreen } from './GridScreen.tsx'
