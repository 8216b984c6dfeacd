/** Pages of this module in the residents' app. */
export { ResultsPage } from './ResultsPage.tsx'
