/** What the blind index of numbers is about. */
export const phoneIndex = 'hotline.call phone'

/** Binds a sealed text to its call and field, so that rows cannot be swapped. */
export const aboutOf = (callId: string, field: 'phone' | 'name') => `hotline.call ${field} ${callId}`
