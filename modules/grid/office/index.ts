/** The door for office pages of other modules: a point in a form, and files of ground with their frames and words. */
export { FrameChoice } from './import/FrameChoice.tsx'
export { converterOf, type Declared, frameOfNumbers, type SourceFrame, type XY } from './import/frames.ts'
export { importMessages as groundFileMessages } from './import/messages.ts'
export { type FileTrouble, fileTroubles, type RawFile, type RawShape, type Wanted } from './import/raw-file.ts'
export { readGroundFile } from './import/read-file.ts'
export { PlaceOnMap } from './PlaceOnMap.tsx'
