FROM --platform=$BUILDPLATFORM mcr.microsoft.com/dotnet/sdk:10.0 AS build
# Source: the stand-in under src/Telegram.Bot. Package: the real Telegram.Bot package.
ARG TELEGRAM_CLIENT=Source
# amd64 or arm64, as the one who builds says: compiled ahead for it, the service answers at once and does not warm up first.
ARG TARGETARCH
WORKDIR /source
COPY global.json Directory.Build.props Directory.Build.targets Directory.Packages.props BannedSymbols.txt .editorconfig appsettings.json ./
COPY src/Formatting/Formatting.csproj src/Formatting/
COPY src/Telegram.Bot/Telegram.Bot.csproj src/Telegram.Bot/
COPY src/Bot/Bot.csproj src/Bot/
RUN dotnet restore src/Bot -a $TARGETARCH -p:PublishReadyToRun=true -p:TelegramClient=$TELEGRAM_CLIENT
COPY src/Formatting src/Formatting
COPY src/Telegram.Bot src/Telegram.Bot
COPY src/Bot src/Bot
RUN dotnet publish src/Bot -a $TARGETARCH --self-contained false --configuration Release --no-restore --output /publish -p:PublishReadyToRun=true -p:TelegramClient=$TELEGRAM_CLIENT -p:UseAppHost=false \
    && mkdir -p /publish/posts /publish/data

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /publish .
RUN chown "$APP_UID:$APP_UID" data
USER $APP_UID
# The base image's own port variable is emptied: Urls is the one setting for it.
ENV Urls=http://0.0.0.0:8080 ASPNETCORE_HTTP_PORTS=
EXPOSE 8080
# Issues are mounted, never built in. data holds the SQLite file; with PostgreSQL it stays empty.
VOLUME ["/app/posts", "/app/data"]
# The image has no curl. bash opens the connection itself and looks at the first line of the answer.
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /health/ready HTTP/1.1\\r\\nHost: localhost\\r\\nConnection: close\\r\\n\\r\\n' >&3 && read -r line <&3 && [[ $line == *' 200 '* ]]"]
ENTRYPOINT ["dotnet", "botdigest.dll"]
CMD ["run"]
