using BotDigest.Bench;

return BenchPrograms.Run(args);
