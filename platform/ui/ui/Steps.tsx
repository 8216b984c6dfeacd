import type { ReactNode } from 'react'
import { uiMessages } from '../messages.ts'
import { useText } from './use-text.ts'

export interface Step {
  readonly key: string
  readonly title: string
  readonly state: 'done' | 'now' | 'next'
  readonly when?: string
  readonly children?: ReactNode
}

/** What happened and what comes, in order. */
export function Steps({ steps, label }: { readonly steps: readonly Step[]; readonly label: string }) {
  const t = useText(uiMessages)
  return (
    <ol className="w-steps" aria-label={label}>
      {steps.map(step => (
        <li
          key={step.key}
          className={`w-step w-step-${step.state}`}
          aria-current={step.state === 'now' ? 'step' : undefined}
        >
          <span className="w-step-mark" aria-hidden="true" />
          <div className="w-step-body">
            <p className="w-step-title">
              {step.title}
              <span className="w-hidden"> ({t(`step.${step.state}`)})</span>
            </p>
            {step.when ? <p className="w-soft">{step.when}</p> : null}
            {step.children}
          </div>
        </li>
      ))}
    </ol>
  )
}
