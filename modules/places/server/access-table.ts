/** Who may knock at the endpoints of this module, by the demo town's logins. Held against every endpoint and persona. */
export const placesAccess = {} as const
