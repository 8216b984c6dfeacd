import { join } from 'node:path'

/** Where in the data folder photos and papers lie. */
export const photoFolder = (dataFolder: string) => join(dataFolder, 'photos')
