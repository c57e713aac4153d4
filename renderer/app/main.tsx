import './without-eval.ts';
import './theme/mantine.css';
import './theme/base.css';
import { createRoot } from 'react-dom/client';
import { api, connect } from './client.ts';
import { Providers } from './providers.tsx';
import { queryClient } from './query.ts';
import { refusedWorkspace } from './refused.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root');

const refused = refusedWorkspace();
// The first two questions are asked while the frame is still being drawn; a failure is said by the screen that needs the answer.
if (refused === null) {
  void connect().catch(() => null);
  void queryClient.prefetchQuery(api.workspace.info.queryOptions());
}
const page = createRoot(root);
if (import.meta.env.MODE === 'development' && location.pathname === '/kit') {
  void import('#renderer/features/kit/specimen.tsx').then(({ Specimen }) => page.render(<Providers><Specimen /></Providers>));
} else if (refused === null) {
  page.render(<Providers />);
} else {
  void import('#renderer/features/start/refused-screen.tsx').then(({ RefusedScreen }) => page.render(<Providers><RefusedScreen refused={refused} /></Providers>));
}
