import type { Command } from '#platform/commands/server/command.ts'
import type { FollowDoor } from '../follow-door.ts'
import type { Steps } from '../step.ts'
import type { Surroundings } from '../surroundings.ts'
import { acceptCase } from './accept-case.ts'
import { closeCase } from './close-case.ts'
import { deleteView } from './delete-view.ts'
import { dispatchCase } from './dispatch-case.ts'
import { fileCase } from './file-case.ts'
import { handleCase } from './handle-case.ts'
import { handleOnSpot } from './handle-on-spot.ts'
import { joinCase } from './join-case.ts'
import { procedureCommands } from './procedure-commands.ts'
import { putTextCommand } from './put-text.ts'
import { rateCase } from './rate-case.ts'
import { refuseCase } from './refuse-case.ts'
import { reopenCase } from './reopen-case.ts'
import { reportCase } from './report-case.ts'
import { returnCase } from './return-case.ts'
import { reworkCase } from './rework-case.ts'
import { saveView } from './save-view.ts'
import { seeReporter } from './see-reporter.ts'
import { splitCase } from './split-case.ts'
import { verifyCase } from './verify-case.ts'

/** Every command of the module. A new one is a line here and nowhere else. */
export function allCommands(around: Surroundings, steps: Steps, door: FollowDoor): readonly Command[] {
  const { staff, secrets } = around
  return [
    reportCase(around, steps),
    handleOnSpot(around, steps),
    acceptCase(steps),
    refuseCase(steps),
    joinCase(steps),
    fileCase(steps, around.conditions),
    dispatchCase(steps, staff),
    splitCase(around, steps),
    returnCase(steps, around),
    handleCase(steps, around),
    verifyCase(steps),
    closeCase(steps),
    reworkCase(steps),
    ...procedureCommands(steps, around),
    rateCase(steps, door),
    reopenCase(steps, door),
    seeReporter(secrets),
    saveView,
    deleteView,
    putTextCommand(around.conditions),
  ]
}
