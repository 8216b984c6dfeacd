/** So many households lie on a phone: a day's plan, and not the grid. A phone that is lost has lost no more than this. */
export const mostTakenAlong = 30
