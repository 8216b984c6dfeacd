/** The fields of one look: an export that took several whole names them all, with a space between. */
export const fieldsOfLook = (field: string): readonly string[] => field.split(' ')
