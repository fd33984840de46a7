// Preloaded into Next: it ends when the process that started it does, even by SIGKILL.
process.on('disconnect', () => {
  setTimeout(() => process.exit(1), 1500).unref();
  process.kill(process.pid, 'SIGTERM');
});
