import type { SignatureCause } from '../../signature-check.ts';
import type { Language } from '../../language.ts';

type Sentences = Readonly<Record<SignatureCause, string>>;

const english: Sentences = {
  'body-reserialised': 'The body was parsed and written anew after it was signed. Sign the very text that is sent.',
  'body-whitespace': 'The body was signed with other white space than it was sent with.',
  'body-empty': 'An empty body was signed instead of the one sent.',
  'hash-upper-case': 'The body’s hash is not in lower-case hexadecimal digits.',
  'path-query': 'The query string was signed where it must not be, or left out where it belongs.',
  'path-full-url': 'The whole URL was signed. Only its path belongs into the string to sign.',
  'path-other': 'Another path was signed than the one called.',
  'method-other': 'Another HTTP method was signed: it must be in capitals, as sent.',
  'timestamp-reformatted': 'The same time was signed in another form than the header has.',
  'timestamp-skewed': 'Another time was signed than the header has: make the timestamp once and use it twice.',
  'bearer-included': 'The string to sign holds “Bearer ” before the token.',
  'token-other': 'The string to sign holds no access token, or another one.',
  'client-other': 'The request names, or the string to sign holds, another client.',
  'scheme-other': 'The string to sign of another kind of call was signed.',
  'algorithm-other': 'Another hash algorithm was used than the documented one.',
  'key-other': 'Signed with another key than the one registered for this account.',
  'key-whitespace': 'The secret carries a space or a line break it was copied with.',
  'encoding-hex': 'The signature is written in hexadecimal digits; it must be base64.',
  'encoding-base64url': 'The signature is written in another base64 than the documented form.',
  'encoding-case': 'The letters of the signature changed case.',
  'encoding-whitespace': 'White space got into the signature.',
  'encoding-url': 'The signature was percent-encoded.',
  'md5-raw': 'SHA-1 was taken over the raw bytes of the MD5. It must be over its hexadecimal digits.',
  'hash-single': 'Only one of the two hashes was taken: it is SHA-1 over the digits of an MD5.',
  'values-swapped': 'The values were put together in another order.',
  'status-missing': 'The payment status code behind the bill number was left out.',
  'status-extra': 'A payment status code was signed, which only notifications carry.',
  'bill-number-bare': 'A shorter bill number was signed than the one sent: a suffix was added after signing.',
  'bill-number-missing': 'The bill number was not signed.',
  'text-changed': 'Signed with the right key, but over another text: the body, path or time was changed after signing.',
  unexplained: 'None of the usual mistakes: another secret was used, or the request was changed after signing.',
};

const indonesian: Sentences = {
  'body-reserialised': 'Isi diurai dan ditulis ulang setelah ditandatangani. Tandatangani teks yang persis dikirim.',
  'body-whitespace': 'Isi ditandatangani dengan spasi yang berbeda dari yang dikirim.',
  'body-empty': 'Yang ditandatangani isi kosong, bukan isi yang dikirim.',
  'hash-upper-case': 'Hash isi tidak ditulis dalam heksadesimal huruf kecil.',
  'path-query': 'Query string ikut ditandatangani padahal tidak boleh, atau tertinggal padahal perlu.',
  'path-full-url': 'Seluruh URL ditandatangani. Hanya path yang masuk string to sign.',
  'path-other': 'Path yang ditandatangani bukan yang dipanggil.',
  'method-other': 'Metode HTTP yang ditandatangani berbeda: harus huruf besar, seperti yang dikirim.',
  'timestamp-reformatted': 'Waktu yang sama ditandatangani dalam bentuk lain dari header.',
  'timestamp-skewed': 'Waktu yang ditandatangani bukan waktu di header: buat sekali, pakai dua kali.',
  'bearer-included': 'String to sign memuat “Bearer ” di depan token.',
  'token-other': 'String to sign tidak memuat access token, atau memuat token lain.',
  'client-other': 'Permintaan atau string to sign menyebut client lain.',
  'scheme-other': 'Yang ditandatangani string to sign untuk jenis panggilan lain.',
  'algorithm-other': 'Algoritma hash berbeda dari yang didokumentasikan.',
  'key-other': 'Ditandatangani dengan kunci lain, bukan yang terdaftar untuk akun ini.',
  'key-whitespace': 'Secret membawa spasi atau baris baru yang ikut tersalin.',
  'encoding-hex': 'Signature ditulis dalam heksadesimal; seharusnya base64.',
  'encoding-base64url': 'Signature ditulis dalam base64 yang bukan bentuk yang didokumentasikan.',
  'encoding-case': 'Huruf besar dan kecil pada signature berubah.',
  'encoding-whitespace': 'Ada spasi yang masuk ke signature.',
  'encoding-url': 'Signature terlanjur di-percent-encode.',
  'md5-raw': 'SHA-1 diambil dari byte mentah MD5. Seharusnya dari digit heksadesimalnya.',
  'hash-single': 'Hanya satu dari dua hash: seharusnya SHA-1 atas digit MD5.',
  'values-swapped': 'Nilai digabung dalam urutan lain.',
  'status-missing': 'Kode status pembayaran di belakang nomor tagihan tertinggal.',
  'status-extra': 'Kode status pembayaran ikut ditandatangani, padahal hanya ada di notifikasi.',
  'bill-number-bare': 'Nomor tagihan yang ditandatangani lebih pendek: akhiran ditambahkan setelah itu.',
  'bill-number-missing': 'Nomor tagihan tidak ditandatangani.',
  'text-changed': 'Kuncinya benar, teksnya lain: isi, path, atau waktu berubah setelah ditandatangani.',
  unexplained: 'Bukan kesalahan yang biasa: secret lain dipakai, atau permintaan berubah setelah ditandatangani.',
};

const sentences: Readonly<Record<Language, Sentences>> = { en: english, id: indonesian };

/** Why a signature was refused, for a developer. */
export function explainCause(cause: SignatureCause, language: Language): string {
  return sentences[language][cause];
}
