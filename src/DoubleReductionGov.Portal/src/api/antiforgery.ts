/** The server puts its antiforgery token in a readable cookie; every request that changes something sends it back. */
export const antiforgeryHeader = 'RequestVerificationToken';

export function readCookie(name: string, cookies: string = document.cookie): string | null {
  for (const pair of cookies.split(';')) {
    const [key, ...value] = pair.trim().split('=');
    if (key === name) return decodeURIComponent(value.join('='));
  }
  return null;
}

export function antiforgeryToken(): string | null {
  return readCookie('XSRF-TOKEN');
}
