/** How long the browser may take to begin to copy the file. */
const KEPT_MS = 60_000;

/** Hands a file to the browser's downloads, also from within the admin's frame, where a navigation would be blocked. */
export function saveFile(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS);
}
