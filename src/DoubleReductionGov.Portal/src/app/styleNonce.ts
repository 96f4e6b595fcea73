/** The host lets in only style elements that bear this word; it wrote it into the page. Vite's own server writes none and asks for none. */
export function styleNonce(): { nonce?: string } {
  const meta = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]');
  return meta?.nonce ? { nonce: meta.nonce } : {};
}
