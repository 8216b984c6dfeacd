/** The door for office pages of higher modules. */
export { PostSelect } from './PostSelect.tsx'
