import { transcript } from '../../_kit/transcript.js'

transcript(String.raw`
  refuses to keep logs where they would be services, and options without what they go with

  $ mkdir services
  $ runock supervise --log services/logs services
  ! runock supervise: --log services/logs would be a service itself: it is in services
  = 64
  $ runock supervise --log services services
  ! runock supervise: --log services would be a service itself: it is in services
  = 64
  $ runock supervise --log-keep 3 services
  ! runock supervise: the options --log-… go with --log DIR
  = 64
  $ touch file; runock supervise --log file services
  ! runock supervise: --log: unable to make file: file already exists
  = 65
  $ runock supervise --log /proc/logs services
  ! runock supervise: --log: unable to make /proc/logs: file does not exist
  = 65
`)
