/** A photo by its id; readers without an account bring the pass that came with it. */
export type ShownPhoto = string | { readonly fileId: string; readonly pass: string }

/** Where a photo is shown from. */
export function photoUrl(photo: ShownPhoto, size: 'small' | 'large'): string {
  const { fileId, pass } = typeof photo === 'string' ? { fileId: photo, pass: '' } : photo
  return `/api/files/${encodeURIComponent(fileId)}?size=${size}${pass ? `&pass=${encodeURIComponent(pass)}` : ''}`
}
