import { customersEn } from './screens/customers-en';
import { dashboardEn } from './screens/dashboard-en';
import { frameEn } from './screens/frame-en';
import { sourcesEn } from './screens/sources-en';

export const screensEn = { ...frameEn, ...dashboardEn, ...customersEn, ...sourcesEn } as const;
