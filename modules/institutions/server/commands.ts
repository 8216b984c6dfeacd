import type { Kysely, Transaction } from 'kysely'
import { type Actor, can } from '#platform/authz/common/grants.ts'
import { type Command, command } from '#platform/commands/server/command.ts'
import { attachFiles, filesByIds } from '#platform/files/server/attach.ts'
import { dayOf } from '#platform/kernel/common/day-of.ts'
import * as contract from '../common/contract.ts'
import { versionOn } from '../common/institution.ts'
import { refuse } from '../common/refusals.ts'
import { askWhoMustRead, type InstitutionsWork, readingOf } from './ask-readers.ts'
import { InstitutionWriter } from './institution-store.ts'
import type { Surroundings } from './surroundings.ts'

export const institutionSubject = 'institution'

export function institutionCommands(around: Surroundings): readonly Command[] {
  return [publish(around), repeal(around), acknowledge]
}

export const mayEditAt = (actor: Actor, gridPath: string): boolean =>
  can(actor, 'institutions.edit', { gridPath, unitId: null, postId: null, ownerId: null })

function publish(around: Surroundings): Command {
  const { grids, staff } = around
  return command(contract.publishInstitution, {
    subject: ({ documentId }) => ({ kind: institutionSubject, id: documentId }),
    async run(work: InstitutionsWork, { documentId, seenVersion, number, kind, files, ...wording }) {
      const { tx, actor, now } = work
      const { inForceFrom, inForceUntil, readerRoles, readerGrid } = wording
      const areas = [...new Set(wording.areas)]
      const unknown = [...areas, ...(readerGrid === null ? [] : [readerGrid])].find(path => !grids.find(path))
      if (unknown) return refuse['no-such-grid']({ grid: unknown })
      const ground = areas.length > 0 ? areas : [grids.root()?.path ?? '1']
      if (!ground.every(path => mayEditAt(actor, path))) return refuse['outside-your-grids']()
      if (kind === 'notice' && inForceUntil === null) return refuse['notice-needs-end']()
      if (inForceUntil !== null && inForceUntil < inForceFrom) return refuse['ends-before-it-begins']()
      const roles = await staff.roles(tx as unknown as Kysely<unknown>, readerRoles)
      const stranger = readerRoles.find(code => !roles.has(code))
      if (stranger) return refuse['no-such-role']({ role: stranger })

      const institutions = new InstitutionWriter(tx)
      const known = await institutions.take(documentId)
      if (!known && seenVersion > 0) return refuse['not-found']()
      if (known) {
        const { document, versions } = known
        if (!mayEditAt(actor, document.grid_path)) return refuse['outside-your-grids']()
        if (document.repealed_from !== null) return refuse['already-repealed']({ from: document.repealed_from })
        if (versions.length !== seenVersion) return refuse['changed-meanwhile']({ version: versions.length })
        if (document.kind !== kind || document.number !== number) return refuse['kind-stays']()
      } else if (!(await institutions.begin({ id: documentId, number, kind, grid_path: ground[0]! }))) {
        return refuse['number-taken']({ number })
      }
      const subject = { kind: institutionSubject, id: documentId }
      // What an earlier wording had may be kept; what is new has to be one's own.
      const before = new Set(known?.versions.flatMap(one => one.files))
      const fileIds = files.filter(id => !before.has(id))
      const attaching = { fileIds, subject, role: `version-${seenVersion + 1}`, by: actor.personId, now }
      const trouble = await attachFiles(tx as unknown as Transaction<unknown>, { ...attaching, withPapers: true })
      if (trouble) return trouble
      const papers = await filesByIds(tx as unknown as Transaction<unknown>, files)
      const row = {
        ...{ document_id: documentId, version: seenVersion + 1, title: wording.title, body: wording.body },
        ...{ in_force_from: inForceFrom, in_force_until: inForceUntil, areas },
        ...{ reader_roles: readerRoles, reader_grid: readerGrid },
        // The first wording is always to be read.
        asks_again: seenVersion === 0 || wording.asksAgain,
        ...{ change_note: wording.changeNote, made_at: now, made_by: actor.personId, files },
      }
      await institutions.addVersion(
        number,
        row,
        papers.map(({ name }) => name),
      )
      const asked = await askWhoMustRead(around, work, (await institutions.find(documentId))!)
      tellOf(work, documentId)
      return { documentId, version: seenVersion + 1, asked }
    },
  })
}

function repeal(around: Surroundings): Command {
  return command(contract.repealInstitution, {
    subject: ({ documentId }) => ({ kind: institutionSubject, id: documentId }),
    async run(work: InstitutionsWork, { documentId, from, reason, replacedBy }) {
      const institutions = new InstitutionWriter(work.tx)
      const known = await institutions.take(documentId)
      if (!known) return refuse['not-found']()
      if (!mayEditAt(work.actor, known.document.grid_path)) return refuse['outside-your-grids']()
      const before = known.document.repealed_from
      if (before !== null) return refuse['already-repealed']({ from: before })
      if (replacedBy === documentId) return refuse['cannot-replace-itself']()
      if (replacedBy !== null && !(await institutions.find(replacedBy))) return refuse['not-found']()
      await institutions.repeal(documentId, { from, reason, replacedBy })
      await askWhoMustRead(around, work, (await institutions.find(documentId))!)
      tellOf(work, documentId)
      return { documentId }
    },
  })
}

const acknowledge: Command = command(contract.acknowledge, {
  subject: ({ documentId }) => ({ kind: institutionSubject, id: documentId }),
  async run(work: InstitutionsWork, { documentId, version }) {
    const institutions = new InstitutionWriter(work.tx)
    const known = await institutions.find(documentId)
    if (!known?.versions.some(one => one.version === version)) return refuse['not-found']()
    const { personId, postId } = work.actor
    const current = versionOn(known.versions, dayOf(work.now))
    // Who read an earlier wording while a later one came out has not read what counts.
    if (current && version < current.version) return refuse['changed-meanwhile']({ version: current.version })
    const row = { document_id: documentId, version, person_id: personId, post_id: postId, at: work.now }
    await institutions.acknowledge(row)
    work.waits(readingOf(documentId, personId), [])
    work.tell({
      subject: { kind: institutionSubject, id: documentId },
      permission: 'institutions.acknowledge',
      placed: { gridPath: null, unitId: null, postId: null, ownerId: personId },
    })
    return { documentId, version }
  },
})

function tellOf(work: InstitutionsWork, documentId: string): void {
  const placed = { gridPath: null, unitId: null, postId: null, ownerId: null }
  work.tell({ subject: { kind: institutionSubject, id: documentId }, permission: 'institutions.read', placed })
}
