import { Button } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '#platform/contract/common/endpoint.ts'
import { refusalIn, useAsk, useDo } from '#platform/ui/office/ask.ts'
import { Answered } from '#platform/ui/office/Blank.tsx'
import { Page as OfficePage } from '#platform/ui/office/Page.tsx'
import { useSay } from '#platform/ui/office/Say.tsx'
import { useMay } from '#platform/ui/office/session.tsx'
import { Told } from '#platform/ui/office/Told.tsx'
import { useUrlState } from '#platform/ui/office/url-state.ts'
import { useLocale, useText } from '#platform/ui/ui/use-text.ts'
import type { listRoles, setRolePermissions } from '../common/contract.ts'
import { identityMessages } from '../common/messages.ts'
import type { Scope } from '../common/roles.ts'
import { identityOfficeMessages } from './messages.ts'
import { useRoleName } from './use-role-name.ts'

type Roles = OutputOf<typeof listRoles>
type Role = Roles['roles'][number]

/** Roles × permissions: one role at a time, every right with how far it reaches. */
export function Page() {
  const t = useText(identityOfficeMessages)
  const asked = useAsk<typeof listRoles>('identity.list-roles', {})
  return (
    <OfficePage title={t('place.roles')} about={t('roles.about')}>
      <Answered asked={asked}>{roles => <RoleDesk answer={roles} />}</Answered>
    </OfficePage>
  )
}

function RoleDesk({ answer }: { readonly answer: Roles }) {
  const t = useText(identityOfficeMessages)
  const [url, setUrl] = useUrlState()
  const roleName = useRoleName()
  const role = answer.roles.find(one => one.code === url.role) ?? answer.roles[0]
  if (!role) return null
  return (
    <div className="o-two">
      <nav aria-label={t('roles.role')}>
        <ul className="o-pick">
          {answer.roles.map(one => (
            <li key={one.code}>
              <button
                type="button"
                aria-current={one.code === role.code ? 'true' : undefined}
                onClick={() => setUrl({ role: one.code })}
              >
                {roleName(one)}
                <span className="o-soft">{t('roles.posts', { count: one.posts })}</span>
              </button>
            </li>
          ))}
        </ul>
      </nav>
      <RoleForm key={`${role.code} ${role.version}`} role={role} words={answer.words} />
    </div>
  )
}

const scopes = ['everywhere', 'district', 'place', 'unit', 'post', 'own'] as const satisfies readonly Scope[]

type Reach = Readonly<Record<string, readonly Scope[]>>

/** How far each right reaches: one that is held in several ways (what lies in one's grids, and what is one's own) keeps all. */
function reachOf(permissions: Role['permissions']): Reach {
  const reach: Record<string, Scope[]> = {}
  for (const scope of scopes) {
    for (const one of permissions) if (one.scope === scope) (reach[one.permission] ??= []).push(scope)
  }
  return reach
}

function RoleForm({ role, words }: { readonly role: Role; readonly words: Roles['words'] }) {
  const t = useText(identityOfficeMessages, identityMessages)
  const { locale } = useLocale()
  const say = useSay()
  const roleName = useRoleName()
  const mayChange = useMay()('identity.manage-access') && !role.fixed
  const held = reachOf(role.permissions)
  const [chosen, setChosen] = useState(held)
  const inWords = (reach: readonly Scope[]) => reach.map(scope => t(`identity.scope.${scope}`)).join(' + ')
  const { send, isSending, trouble } = useDo<typeof setRolePermissions>('identity.set-role-permissions', {
    renews: ['identity.'],
    onDone: () => say(t('roles.saved', { role: roleName(role) })),
  })
  const save = () => {
    const permissions = Object.entries(chosen).flatMap(([permission, reach]) =>
      reach.map(scope => ({ permission, scope })),
    )
    send({ roleCode: role.code, version: role.version, permissions })
  }
  return (
    <section className="o-card" aria-labelledby="role-name">
      <h2 id="role-name">{roleName(role)}</h2>
      {role.fixed ? <p className="o-hint">{t('roles.fixed')}</p> : null}
      {!mayChange && !role.fixed ? <p className="o-hint">{t('roles.read-only')}</p> : null}
      <Told trouble={trouble}>{refusalIn(trouble, 'identity/changed-meanwhile') ? <ReloadRoles /> : null}</Told>
      <table className="o-plain" aria-labelledby="role-name">
        <thead>
          <tr>
            <th scope="col">{t('roles.permission')}</th>
            <th scope="col">{t('roles.scope')}</th>
          </tr>
        </thead>
        <tbody>
          {words.map(({ permission, sentence, reserved }) => {
            const reach = chosen[permission] ?? []
            const asHeld = held[permission] ?? []
            return (
              <tr key={permission}>
                <td>
                  {sentence[locale]} <span className="o-soft">{permission}</span>
                </td>
                <td>
                  {!mayChange || reserved ? (
                    <span>
                      {inWords(reach) || t('roles.none')}
                      {reserved ? <span className="o-soft"> {t('roles.reserved')}</span> : null}
                    </span>
                  ) : (
                    <select
                      className="o-select"
                      aria-label={t('roles.scope-of', { permission: sentence[locale] })}
                      value={reach.join(' ')}
                      onChange={event => {
                        const words = event.target.value.split(' ')
                        const next = scopes.filter(one => words.includes(one))
                        setChosen(before => ({ ...before, [permission]: next }))
                      }}
                    >
                      <option value="">{t('roles.none')}</option>
                      {asHeld.length > 1 ? <option value={asHeld.join(' ')}>{inWords(asHeld)}</option> : null}
                      {scopes.map(one => (
                        <option key={one} value={one}>
                          {t(`identity.scope.${one}`)}
                        </option>
                      ))}
                    </select>
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {mayChange ? (
        <div className="o-form-end">
          <Button type="primary" loading={isSending} onClick={save}>
            {t('roles.save')}
          </Button>
        </div>
      ) : null}
    </section>
  )
}

function ReloadRoles() {
  const t = useText(identityOfficeMessages)
  const { refetch } = useAsk<typeof listRoles>('identity.list-roles', {})
  return (
    <Button size="small" onClick={() => void refetch()}>
      {t('roles.reload')}
    </Button>
  )
}
