/** The file name of a Content-Disposition header; the encoded one wins because it can be Chinese. */
export function fileNameOf(disposition: string | null): string | null {
  const encoded = /filename\*=(?:UTF-8'')?([^;]+)/i.exec(disposition ?? '')?.[1];
  if (encoded) return decodeURIComponent(encoded.trim());
  return /filename="?([^";]+)"?/i.exec(disposition ?? '')?.[1]?.trim() ?? null;
}

/** Saves the answer of a request that was sent with `parseAs: 'blob'`. */
export async function saveFile(
  answer: Promise<{ data?: unknown; response: Response }>,
  otherwise: string,
): Promise<void> {
  const { data, response } = await answer;
  saveBlob(data as Blob, fileNameOf(response.headers.get('Content-Disposition')) ?? otherwise);
}

export function saveBlob(blob: Blob, fileName: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(address);
}
