import type { Callback, CallbackTab } from '@continuo/contract';
import { keepPreviousData, queryOptions, useMutation, useQuery } from '@tanstack/react-query';
import { client, queryClient } from '../../api/client.ts';
import { announce } from '../../ui/announcer.tsx';

const PAGE = 50;

export function useCallbacks(tab: CallbackTab, pages: number, isOn = true) {
  return useQuery({
    queryKey: ['callbacks', tab, pages],
    queryFn: ({ signal }) => client.call('callbacks', { query: { tab, limit: String(PAGE * pages) }, signal }),
    placeholderData: keepPreviousData,
    enabled: isOn,
  });
}

export const callbackQuery = (id: number) =>
  queryOptions({
    queryKey: ['callback', id],
    queryFn: ({ signal }) => client.call('callback', { params: { id }, signal }),
  });

export function useMeasures() {
  return useQuery({
    queryKey: ['callback-measures'],
    queryFn: ({ signal }) => client.call('callbackMeasures', { signal }),
  });
}

export const assigneesQuery = queryOptions({
  queryKey: ['callback-assignees'],
  queryFn: ({ signal }) => client.call('callbackAssignees', { signal }),
});

/** All lists and counts are asked for anew. */
export function refreshCallbacks(): Promise<unknown> {
  return Promise.all([
    queryClient.invalidateQueries({ queryKey: ['callbacks'] }),
    queryClient.invalidateQueries({ queryKey: ['callback'] }),
    queryClient.invalidateQueries({ queryKey: ['callback-measures'] }),
  ]);
}

/** One thing done to a call-back; what comes back is shown at once, and what was done is spoken. */
export function useDeed(id: number) {
  return useMutation({
    mutationFn: ({ act }: { readonly act: () => Promise<Callback>; readonly said: string }) => act(),
    onSuccess: async (callback, { said }) => {
      queryClient.setQueryData(callbackQuery(id).queryKey, callback);
      announce(said);
      await refreshCallbacks();
    },
    // Somebody else may have done something: show it, and keep what was typed here.
    onError: () => queryClient.invalidateQueries({ queryKey: ['callback', id] }),
  });
}
export type Deed = ReturnType<typeof useDeed>;
