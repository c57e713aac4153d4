import './without-eval.ts';
import './theme/mantine.css';
import './theme/base.css';
import { createRoot } from 'react-dom/client';
import { api, connect } from './client.ts';
import { Providers } from './providers.tsx';
import { queryClient } from './query.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root');

// The first two questions are asked while the frame is still being drawn; a failure is said by the screen that needs the answer.
void connect().catch(() => null);
void queryClient.prefetchQuery(api.workspace.info.queryOptions());
const page = createRoot(root);
if (import.meta.env.MODE === 'development' && location.pathname === '/kit') {
  void import('#renderer/features/kit/specimen.tsx').then(({ Specimen }) => page.render(<Providers><Specimen /></Providers>));
} else {
  page.render(<Providers />);
}
