export default { distDir: '.cache', logging: false };
