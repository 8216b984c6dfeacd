export { SettingsBook, settingsOf, settingsSubject } from './settings-book.ts'
