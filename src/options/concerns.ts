/** Whether an option that names a sheet, and a file or any, is about this sheet. */
export function concerns(
  option: { readonly file: string | null; readonly sheet: string },
  sheet: { readonly file: string; readonly name: string },
): boolean {
  return option.sheet === sheet.name && (option.file === null || option.file === sheet.file);
}
