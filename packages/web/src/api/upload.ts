import { ApiProblem, type Import, importSchema, readProblem } from '@continuo/contract';
import { queryClient } from './client.ts';
import { identityHeaders } from './identity.ts';

/** Sends a file and says how much of it has left, 0 … 1. `fetch` cannot tell that yet, hence the older request. */
export function upload(file: File, onProgress: (share: number) => void, signal: AbortSignal): Promise<Import> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/api/v1/imports');
    for (const [name, value] of Object.entries(identityHeaders(queryClient))) request.setRequestHeader(name, value);
    request.responseType = 'json';
    request.upload.onprogress = (event) => event.lengthComputable && onProgress(event.loaded / event.total);
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) {
        resolve(importSchema.parse(request.response));
        return;
      }
      const problem = readProblem(request.response);
      reject(problem ? new ApiProblem(problem) : new Error(`upload refused: ${request.status}`));
    };
    request.onerror = () => reject(new Error('upload broke off'));
    signal.addEventListener('abort', () => request.abort());
    request.onabort = () => reject(signal.reason);
    const form = new FormData();
    form.append('file', file, file.name);
    request.send(form);
  });
}
