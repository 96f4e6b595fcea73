import { type QueryClient, type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { detailLines, isSignedOut, isStatus } from '../api/apiError';
import { isUnconfirmed } from '../api/confirmation';
import { t } from './language';
import { messageOf } from './states';

interface ActionOptions<Result> {
  /** Said after it worked. */
  done?: string;
  onDone?: (result: Result) => void;
}

/**
 * Runs one change on the server. Afterwards everything on the page is fetched anew; a refusal is shown in the
 * server's words; if someone else was faster, reloading is offered.
 */
export function useAction<Input, Result>(
  run: (input: Input) => Promise<Result>,
  { done, onDone }: ActionOptions<Result> = {},
): UseMutationResult<Result, unknown, Input> {
  const { message } = App.useApp();
  const client = useQueryClient();
  const showError = useShowError();
  return useMutation<Result, unknown, Input>({
    mutationFn: run,
    onSuccess: (result) => {
      if (done) void message.success(done);
      onDone?.(result);
      void refreshPage(client);
    },
    onError: showError,
  });
}

export function useShowError(): (error: unknown) => void {
  const { modal, notification } = App.useApp();
  const client = useQueryClient();
  return (error) => {
    // The sign-in page follows; who did not want to confirm knows why nothing happened.
    if (isSignedOut(error) || isUnconfirmed(error)) return;
    if (isStatus(error, 409)) {
      modal.confirm({
        title: t('error.409.title'),
        content: t('error.409.hint'),
        okText: t('action.reload'),
        cancelText: t('action.close'),
        onOk: () => client.invalidateQueries(),
      });
      return;
    }
    const lines = detailLines(error);
    notification.error({
      title: messageOf(error),
      description: lines.length > 0 ? lines.map((line) => <div key={line}>{line}</div>) : undefined,
      duration: 8,
      role: 'alert',
    });
  };
}

/** Queries marked `keep` stay: asking for them again would be useless or would be logged as another visit. */
function refreshPage(client: QueryClient): Promise<void> {
  return client.invalidateQueries({ predicate: (query) => query.meta?.keep !== true });
}
