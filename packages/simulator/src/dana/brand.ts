/** How DANA's pages look. */
export const brand = { name: 'DANA', background: '#118eea', text: '#ffffff' };
