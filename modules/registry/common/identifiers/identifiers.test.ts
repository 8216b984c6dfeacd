import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { locales } from '#platform/i18n/common/translate.ts'
import { identifierFaults } from './checked.ts'
import {
  checkCellCode,
  checkCitizenNumber,
  checkComponentCode,
  checkCreditCode,
  checkOrganisationCode,
  checkPhone,
  checkPlate,
  checkRealEstateUnit,
  citizenCheck,
  creditCheck,
  identifierMessages,
  organisationCheck,
  upgradeOldNumber,
} from './index.ts'

const today = '2026-11-29'
const digits = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map(all => all.join(''))
const replaced = (text: string, at: number, by: string) => text.slice(0, at) + by + text.slice(at + 1)
const swapped = (text: string, at: number) =>
  text.slice(0, at) + (text[at + 1] ?? '') + (text[at] ?? '') + text.slice(at + 2)

const birth = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2026-11-28'), noInvalidDate: true })
  .map(date => date.toISOString().slice(0, 10))
const citizen = fc
  .record({
    division: fc.constantFrom('370113', '110105', '440524', '810000', '820000', '830000', '911156'),
    birth,
    serial: digits(3),
  })
  .map(({ division, birth: born, serial }) => {
    const first17 = division + born.replaceAll('-', '') + serial
    return first17 + citizenCheck(first17)
  })

describe('identity numbers, GB 11643', () => {
  it('knows the samples of the standard', () => {
    expect(checkCitizenNumber('11010519491231002X', today)).toEqual({
      ...{ ok: true, value: '11010519491231002X', kind: 'resident', division: '110105' },
      ...{ bornOn: '1949-12-31', sex: 'female' },
    })
    expect(checkCitizenNumber('440524188001010014', '1950-01-01')).toMatchObject({ ok: true, sex: 'male' })
  })

  it('takes full width, blanks and a small x', () => {
    expect(checkCitizenNumber(' １１０１０５ 19491231 002ｘ', today)).toMatchObject({ value: '11010519491231002X' })
  })

  it('accepts what the algorithm makes', () => {
    fc.assert(fc.property(citizen, number => checkCitizenNumber(number, today).ok))
  })

  it('catches every single wrong digit', () => {
    fc.assert(
      fc.property(citizen, fc.nat(17), fc.integer({ min: 0, max: 9 }), (number, at, digit) => {
        fc.pre(number[at] !== String(digit))
        expect(checkCitizenNumber(replaced(number, at, String(digit)), today).ok).toBe(false)
      }),
    )
  })

  it('catches every swap of two neighbours that differ', () => {
    fc.assert(
      fc.property(citizen, fc.nat(16), (number, at) => {
        fc.pre(number[at] !== number[at + 1])
        expect(checkCitizenNumber(swapped(number, at), today).ok).toBe(false)
      }),
    )
  })

  it.each([
    ['81', 'hong-kong'],
    ['82', 'macao'],
    ['83', 'taiwan'],
  ])('reads %s as a residence permit of %s', (code, kind) => {
    const first17 = `${code}000019900307123`
    expect(checkCitizenNumber(first17 + citizenCheck(first17), today)).toMatchObject({ ok: true, kind })
  })

  it('reads 9 as the card of a foreigner', () => {
    const first17 = '91115619900307123'
    expect(checkCitizenNumber(first17 + citizenCheck(first17), today)).toMatchObject({ kind: 'foreigner' })
  })

  it('explains 15 digits and proposes the 18', () => {
    const old = checkCitizenNumber('110105491231002', today)
    expect(old).toMatchObject({ ok: false, fault: 'length-15', proposal: '11010519491231002X' })
    expect(upgradeOldNumber('110105491231002')).toBe('11010519491231002X')
  })

  it.each([
    ['', 'empty', null],
    ['1101051949123100', 'length', null],
    ['11O10519491231002X', 'letter-for-digit', 3],
    ['1101*519491231002X', 'character', 5],
    ['00010519491231002X', 'division', 1],
    ['110105194913310021', 'birth-date', 7],
    ['110105202702290026', 'birth-date', 7],
    ['110105202712310025', 'birth-in-future', 7],
    ['440524188001010014', 'too-old', 7],
    ['110105194912310021', 'check-character', 18],
    ['110105194912311000', 'spreadsheet-rounded', 18],
    ['1.10105E+17', 'spreadsheet-rounded', null],
    ['11010519491231002Y', 'character', 18],
  ])('says of %j: %s at %s', (number, fault, at) => {
    expect(checkCitizenNumber(number, today)).toMatchObject({ ok: false, fault, at })
  })
})

const creditLetters = [...'0123456789ABCDEFGHJKLMNPQRTUWXY']
const creditCode = fc
  .record({
    body: fc.constantFrom('11', '12', '51', '91', '92', '93'),
    division: digits(4).map(rest => `37${rest}`),
    organisation: fc.array(fc.constantFrom(...creditLetters), { minLength: 8, maxLength: 8 }).map(all => all.join('')),
  })
  // A check of X or a digit is in the alphabet of both codes.
  .map(({ body, division, organisation }) => {
    const first17 = body + division + organisation + organisationCheck(organisation)
    return first17 + creditCheck(first17)
  })

describe('credit codes, GB 32100', () => {
  it('knows a sample, with its parts', () => {
    expect(checkCreditCode('91350100m000100y43')).toEqual({
      ...{ ok: true, value: '91350100M000100Y43', body: 'enterprise', division: '350100' },
      organisationCode: 'M000100Y4',
    })
  })

  it('accepts what the algorithm makes', () => {
    fc.assert(fc.property(creditCode, code => checkCreditCode(code).ok))
  })

  it('catches every single wrong character and every swap of neighbours', () => {
    fc.assert(
      fc.property(creditCode, fc.nat(17), fc.constantFrom(...creditLetters), (code, at, letter) => {
        fc.pre(code[at] !== letter)
        expect(checkCreditCode(replaced(code, at, letter)).ok).toBe(false)
      }),
    )
    fc.assert(
      fc.property(creditCode, fc.nat(16), (code, at) => {
        fc.pre(code[at] !== code[at + 1])
        expect(checkCreditCode(swapped(code, at)).ok).toBe(false)
      }),
    )
  })

  it.each([
    ['91350100M000100Y4', 'length', null],
    ['9135O100M000100Y43', 'letter-for-digit', 5],
    ['91350100V000100Y43', 'character', 9],
    ['98350100M000100Y43', 'authority', 1],
    ['91350100M000100Y44', 'check-character', 18],
  ])('says of %s: %s at %s', (code, fault, at) => {
    expect(checkCreditCode(code)).toMatchObject({ ok: false, fault, at })
  })
})

describe('organisation codes, GB 11714', () => {
  it('reads the hyphen and finds the check', () => {
    expect(checkOrganisationCode('M000100Y-4')).toMatchObject({ ok: true, value: 'M000100Y4' })
    expect(checkOrganisationCode('M000100Y-5')).toMatchObject({ fault: 'check-character', at: 9 })
  })

  // Letters count from 10 to 35 modulo 11, so 0 for B goes unnoticed: the promise holds for digits alone.
  it('catches every wrong digit and every swap in a code of digits', () => {
    const code = digits(8).map(first8 => first8 + organisationCheck(first8))
    fc.assert(
      fc.property(code, fc.nat(8), fc.integer({ min: 0, max: 9 }), (whole, at, digit) => {
        fc.pre(whole[at] !== String(digit))
        expect(checkOrganisationCode(replaced(whole, at, String(digit))).ok).toBe(false)
      }),
    )
    fc.assert(
      fc.property(code, fc.nat(7), (whole, at) => {
        fc.pre(whole[at] !== whole[at + 1] && !whole.includes('X'))
        expect(checkOrganisationCode(swapped(whole, at)).ok).toBe(false)
      }),
    )
  })
})

describe('plates, GA 36', () => {
  it.each([
    ['鲁A12345', 'ordinary', null],
    ['鲁a·1234b', 'ordinary', null],
    ['京AD12345', 'new-energy-small', true],
    ['京AF12345', 'new-energy-small', false],
    ['京A12345D', 'new-energy-large', true],
    ['鲁A1234学', 'learner', null],
    ['鲁A1234警', 'police', null],
    ['鲁A1234挂', 'trailer', null],
    ['粤Z1234港', 'hong-kong', null],
    ['使123456', 'embassy', null],
  ])('reads %s as %s', (plate, kind, isBatteryOnly) => {
    expect(checkPlate(plate)).toMatchObject({ ok: true, kind, isBatteryOnly })
  })

  it.each([
    ['齐A12345', 'plate-province', 1],
    ['鲁112345', 'plate-office', 2],
    ['鲁A1234', 'plate-length', null],
    ['鲁A12O45', 'plate-i-o', 5],
    ['鲁AM12345', 'plate-energy', 3],
    ['鲁A12*45', 'character', 5],
    ['鲁AABCDE', 'plate-form', 3],
  ])('says of %s: %s at %s', (plate, fault, at) => {
    expect(checkPlate(plate)).toMatchObject({ ok: false, fault, at })
  })
})

describe('phones', () => {
  it.each([
    ['138 0000 0000', '13800000000', 'mobile'],
    ['+86-13800000000', '13800000000', 'mobile'],
    ['（0531）8888 0000', '0531-88880000', 'fixed'],
    ['0531-88880000转12', '0531-88880000-12', 'fixed'],
    ['010-65550000', '010-65550000', 'fixed'],
    ['8888000', '8888000', 'fixed'],
  ])('reads %s as %s', (phone, value, kind) => {
    expect(checkPhone(phone)).toMatchObject({ ok: true, value, kind })
  })

  it.each([
    ['1380000000', 'length', null],
    ['12000000000', 'mobile-start', 2],
    ['138000O0000', 'letter-for-digit', 7],
    ['0531-888', 'phone-form', null],
    ['0000-88880000', 'area-code', 1],
    ['无', 'character', 1],
  ])('says of %s: %s at %s', (phone, fault, at) => {
    expect(checkPhone(phone)).toMatchObject({ ok: false, fault, at })
  })
})

describe('codes of places', () => {
  it('takes a component code apart', () => {
    expect(checkComponentCode('37011301001000123')).toMatchObject({ classCode: '01001', serial: '000123' })
    expect(checkComponentCode('3701130101000001')).toMatchObject({ fault: 'length', params: { found: 16 } })
    expect(checkComponentCode('37011300001000123')).toMatchObject({ fault: 'component-class' })
  })

  it('takes a cell code apart', () => {
    expect(checkCellCode('370113004007002')).toMatchObject({ street: '004', community: '007', cell: '002' })
    expect(checkCellCode('3701130040070')).toMatchObject({ fault: 'length' })
  })

  it('takes a real estate unit apart', () => {
    expect(checkRealEstateUnit('370113 001002 JC00003 F00010002')).toMatchObject({
      ...{ ok: true, parcelFeature: 'JC', parcel: '00003', attachment: 'house', unit: '00010002' },
    })
    expect(checkRealEstateUnit('370113001002JC00003W00010002')).toMatchObject({ fault: 'attachment-feature' })
    expect(checkRealEstateUnit('3701130010020000003F00010002')).toMatchObject({ fault: 'parcel-feature', at: 13 })
  })
})

it('has a sentence for every fault in both languages', () => {
  for (const locale of locales) {
    expect(Object.keys(identifierMessages[locale])).toEqual(identifierFaults.map(fault => `identifier.${fault}`))
  }
})
