/** For programs of these tests: ends them (cleanly) when the test process that started them is gone, however it went. */
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
