/** The door for office pages of higher modules. */
export { BuildingSelect, EntranceSelect, useBuilding } from './BuildingSelect.tsx'
export { PostSelect } from './PostSelect.tsx'
