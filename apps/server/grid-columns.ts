/**
 * Every column that names a grid by its path, and what happens to it when that path is no more. The words on the right
 * are kinds of `gridFollowers`, or the module that sees to it. A test reads the columns from the schema and fails on one
 * that stands in neither list.
 */
export const followedColumns = {
  'campaigns.campaign.grid_path': 'campaigns',
  'campaigns.point.grid_path': 'campaigns',
  'campaigns.programme.grid_path': 'campaigns',
  'cases.case_file.grid_path': 'cases',
  'cases.case_file.work_path': 'cases',
  'coordination.call.grid_path': 'papers',
  'exchange.client.grid_path': 'keys',
  'grid.draft.under': 'grid',
  'grid.post_on_grid.grid_path': 'grid',
  'identity.post.grid_path': 'grid',
  'inbox.item.grid_path': 'inbox',
  'institutions.document.grid_path': 'papers',
  'institutions.version.areas': 'institutions',
  'institutions.version.reader_grid': 'institutions',
  'patrol.plan.grid_path': 'patrols',
  'patrol.round.grid_path': 'patrols',
  'places.lies_in.grid_path': 'buildings',
  'places.line.grid_path': 'lines',
  'places.overlay_cell.grid_path': 'overlays',
  'posts.assignment.grid_path': 'rosters',
  'posts.body.grid_path': 'rosters',
  'registry.thing.grid_path': 'people',
  'routing.rule.grid_path': 'rules',
  'supervision.order_paper.grid_path': 'papers',
} as const

/** Those that keep the grid they had, each with why. */
export const keptColumns: Readonly<Record<string, string>> = {
  'cleaning.look.grid_path':
    'A check of a section took place in the grid of that day; what is objected to is with its cleaner and checker.',
  'diary.entry.grid_path':
    'What somebody wrote down on a day stays where it was; an open entry is with its writer, who moves.',
  'grid.grid.path': 'The tree itself: a row ends and the next begins.',
  'grid.succession.from_path': 'The record of what became of what.',
  'grid.succession.to_path': 'The record of what became of what.',
  'identity.staffed_post.grid_path': 'A view of posts, which move.',
  'help.call.grid_path':
    'A call for help is answered within minutes by those whom it rang; it stays where it was called.',
  'help.ground.grid_path': 'Where a caller for help said to be since: as above.',
  'mediation.matter.grid_path':
    'A dispute was heard in the grid of that day; what is agreed is with the mediator, who moves.',
  'live.change.grid_path': 'News of a moment, gone after a day; who asks again is told by where things are.',
  'registry.lay_in.grid_path': 'Where a home lay until grids changed: what figures of past days are counted by.',
  'registry.span.grid_path': 'Worked out from homes, where they lay when, and relations, whenever these change.',
  'registry.event.grid_path': 'A birth or a move happened in the grid of that day.',
  'registry.sheet_export.grid_path': 'A file made for the grid of that day, with what lay in it.',
  'registry.sheet_import.grid_path':
    'A file read for the grid of that day; one that is on its way goes on in the heir, and what it brought moves.',
  'relay.word.grid_path': 'What was passed on to the people of a grid on a day; whoever was told has it.',
  'supervision.case_fact.grid_path': 'Worked out from the case, anew for each of its versions; the case moves.',
  'visits.visit.grid_path': 'A visit was paid in the grid of that day; an errand from it is with its owner, who moves.',
}
