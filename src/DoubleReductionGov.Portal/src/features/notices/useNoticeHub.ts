import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

/** Hears at once that the inbox changed, and says whether it can. Otherwise one has to ask now and then. */
export function useNoticeHub(): boolean {
  const client = useQueryClient();
  const [connected, setConnected] = useState(false);
  useEffect(() => {
    let stop = () => {};
    let stopped = false;
    const listen = async () => {
      // Only fetched when needed: it is not small.
      const { HubConnectionBuilder, LogLevel } = await import('@microsoft/signalr');
      if (stopped) return;
      const hub = new HubConnectionBuilder()
        .withUrl('/hubs/notices')
        .withAutomaticReconnect()
        .configureLogging(LogLevel.None)
        .build();
      stop = () => void hub.stop();
      hub.on('noticesChanged', () => void client.invalidateQueries({ predicate: isAboutNotices }));
      hub.onreconnecting(() => setConnected(false));
      hub.onreconnected(() => setConnected(true));
      hub.onclose(() => setConnected(false));
      await hub.start();
      setConnected(true);
    };
    // A server or a proxy without web sockets: the count is then asked for every minute.
    listen().catch(() => setConnected(false));
    return () => {
      stopped = true;
      stop();
    };
  }, [client]);
  return connected;
}

function isAboutNotices({ queryKey }: { queryKey: readonly unknown[] }): boolean {
  return String(queryKey[1]).startsWith('/api/notices/notice');
}
