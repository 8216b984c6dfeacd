/**
 * The stems of passwords that are tried first. Short on purpose: length, kinds and lock-out do the rest. Chosen by us
 * from what is generally known to be frequent, Chinese habits included (names and dates in letters, 5201314).
 */
export const commonPasswords: ReadonlySet<string> = new Set(
  `password passwd passw admin administrator root system manager guest test user login welcome letmein master
   qwerty qwertyuiop asdfgh asdfghjkl zxcvbn zxcvbnm qazwsx qazwsxedc qweasd qweasdzxc abc abcd abcde abcdef abcabc
   aaaaaa iloveyou monkey dragon sunshine princess football baseball superman batman trustno hello woaini woaiwojia
   wangge shequ jiedao zhongguo beijing shanghai wuhan china huawei xiaomi taobao
   123456 1234567 12345678 123456789 1234567890 111111 000000 888888 666666 123123 112233 123321 654321 5201314
   1qaz2wsx 1q2w3e4r 1q2w3e 1qaz@wsx !qaz2wsx a123456 aa123456 abc123 abc12345 abcd1234 qwe123 asd123 q1w2e3r4`
    .split(/\s+/)
    .filter(word => word.length > 0),
)
