import { QueryClientProvider } from '@tanstack/react-query'
import { ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import { useState } from 'react'
import { CasePageSectionsProvider } from '#modules/cases/office/routes.tsx'
import { createQueries } from '#platform/ui/office/ask.ts'
import { SayProvider } from '#platform/ui/office/Say.tsx'
import { officeTheme, textScale } from '#platform/ui/office/tokens.ts'
import { ClientProvider } from '#platform/ui/ui/client.tsx'
import { TextProvider, useLocale } from '#platform/ui/ui/use-text.ts'
import { caseSections } from './case-sections.ts'
import { Gate } from './Gate.tsx'

export function App() {
  return (
    <TextProvider>
      <Spoken />
    </TextProvider>
  )
}

/** Lists and menus open inside the page's landmarks, and those of a dialog inside the dialog. */
function popupPlace(trigger?: HTMLElement): HTMLElement {
  return trigger?.closest<HTMLElement>('[role="dialog"]') ?? document.getElementById('main') ?? document.body
}

/** Below the chosen language: the kit, the client and the answers all speak it. */
function Spoken() {
  const { locale } = useLocale()
  const [theme] = useState(() => officeTheme(textScale()))
  const [isSessionOver, setSessionOver] = useState(false)
  const [queries] = useState(() => createQueries(() => setSessionOver(true)))
  return (
    <ConfigProvider
      theme={theme}
      locale={locale === 'en' ? enUS : zhCN}
      // antd would put a blank between the two characters of 查询 and its like.
      button={{ autoInsertSpace: false }}
      getPopupContainer={popupPlace}
    >
      <ClientProvider>
        <QueryClientProvider client={queries}>
          <SayProvider>
            <CasePageSectionsProvider sections={caseSections}>
              <Gate
                isSessionOver={isSessionOver}
                onSignedIn={() => {
                  setSessionOver(false)
                  void queries.invalidateQueries()
                }}
                onSignedOut={() => {
                  setSessionOver(false)
                  queries.clear()
                }}
              />
            </CasePageSectionsProvider>
          </SayProvider>
        </QueryClientProvider>
      </ClientProvider>
    </ConfigProvider>
  )
}
