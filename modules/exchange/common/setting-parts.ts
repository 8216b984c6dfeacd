import { both, type SettingGroup, wholePart } from '#platform/settings/common/index.ts'
import { type ExchangeSettings, mostRepeatMinutes, usualExchange } from './client.ts'

/** The numbers of devices and other platforms that a place may set. */
export const exchangeSettings: SettingGroup<ExchangeSettings> = {
  name: 'exchange',
  label: both('设备和平台接入', 'Devices and other platforms'),
  usual: usualExchange,
  parts: [
    wholePart(
      'repeatMinutes',
      { least: 0, most: mostRepeatMinutes },
      both('新接入的设备多少分钟内重复报警算同一件', 'Minutes in which a new device’s repeated alarms are one matter'),
    ),
  ],
}
